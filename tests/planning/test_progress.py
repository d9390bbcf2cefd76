"""How far a company has come to its targets."""

from pytest import approx

from assessments.planning.outcome import after
from assessments.planning.progress import progress, share
from assessments.planning.targets import Target

from ..maturity.builders import FRAMEWORK, card, everything


def way(target, base, now):
    outcomes = (after(FRAMEWORK, card(answers), {}) for answers in (base, now))
    (found,) = progress([target], *outcomes)
    return found


def test_oracle_samm_practice():
    assert share(0.5, 1.25, 2.0) == 0.5


def test_half_of_the_way_of_a_dimension():
    found = way(Target("dimension", 75, "l1"), everything(1), everything(2))
    assert (found.base, found.now, found.share, found.reached) == (25, 50, 0.5, False)


def test_a_level_counts_the_way_to_the_next():
    found = way(Target("level", 2), everything(1), everything(1, l1=3))
    assert (found.base, found.now) == (0.5, 1.5)
    assert found.share == approx(1 / 1.5)
    assert not found.reached


def test_exactly_at_the_gate_is_not_there_yet():
    found = way(Target("level", 1), everything(0), everything(2))
    assert (found.share, found.reached) == (approx(0.99), False)


def test_more_than_the_target_is_more_than_the_whole_way():
    assert way(Target("trust", 50), everything(1), everything(3)).share == 2


def test_falling_behind_the_base_is_below_nothing():
    assert way(Target("practice", 4, "int-privacy"), everything(2), everything(1)).share == -0.5


def test_a_band_goes_by_its_place():
    assert way(Target("band", 3), everything(1), everything(3)).share == 0.5


def test_a_target_that_held_from_the_start_is_whole_until_it_is_lost():
    assert way(Target("dimension", 50, "l1"), everything(2), everything(3)).share == 1
    assert way(Target("dimension", 50, "l1"), everything(2), everything(1)).share is None


def test_an_unknown_base_leaves_only_whether_it_is_reached():
    assert way(Target("trust", 50), everything(2, int=None), everything(1)).share is None
    assert way(Target("trust", 50), everything(2, int=None), everything(3)).share == 1


def test_a_level_beside_one_that_is_not_rated_counts_in_whole_levels():
    found = way(Target("level", 3), everything(1), everything(3, l3=None))
    assert (found.base, found.now) == (0.5, 2)
