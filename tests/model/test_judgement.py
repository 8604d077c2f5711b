from sayso.model.judgement import Judgement, standing_judgements


def judged(verdict, why, undoes=None):
    return Judgement(("a", "b"), verdict, "lena", "2031-01-01T00:00:00+00:00", why, undoes=undoes)


def test_an_undone_judgement_is_no_longer_in_force():
    merge = judged("same", "same passport number")
    other = judged("reject", "a ship, not a man")
    undo = judged("undo", "misread", undoes=merge.id)
    assert standing_judgements((merge, other, undo)) == (other,)


def test_an_undo_can_be_undone():
    merge = judged("same", "same passport number")
    undo = judged("undo", "misread", undoes=merge.id)
    again = judged("undo", "no, it was right", undoes=undo.id)
    assert standing_judgements((merge, undo, again)) == (merge,)
