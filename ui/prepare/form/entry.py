"""One field of a form, whatever is typed or chosen in it.

Each shows what a record holds (`show_record`), saves what is typed and waits (`flush`), and lets go of the record
(`leave`).
"""

from ui.prepare.form.chosen import Chosen, ManyChosen, TermsChosen, Ticked
from ui.prepare.form.typed import Typed

Entry = Typed | Chosen | ManyChosen | TermsChosen | Ticked
