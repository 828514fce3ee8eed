"""What stands around the places: the window itself, its rail, strip and menus, help, errors and the gallery."""
