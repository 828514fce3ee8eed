"""What stands around the places: the window itself, its frame, menus, help, errors and the gallery."""
