import pytest

from haidang.domain.indicators import catalogue
from haidang.domain.terms.refusal import Refusal


def test_every_definition_is_dated_sourced_and_says_how_sure_it_is():
    for form in catalogue.forms():
        for indicator in form.indicators:
            assert indicator.name
            assert indicator.unit
            assert indicator.source
            assert indicator.valid_from.year >= 2025
            assert indicator.confidence in {"law", "practice"}


def test_the_default_form_exists_and_asks_for_a_dozen_indicators_and_more():
    form = catalogue.form(catalogue.DEFAULT_FORM)
    assert len(form.codes) >= 12
    assert catalogue.indicator(form.codes[0]) is form.indicators[0]


def test_people_and_attendances_are_different_units():
    assert catalogue.indicator("attendances").unit == "lượt người"
    assert catalogue.indicator("trainees").unit == "người"


@pytest.mark.parametrize(
    ("ask", "code"), [(catalogue.form, "form.unknown"), (catalogue.indicator, "indicator.unknown")]
)
def test_an_unknown_code_is_refused(ask, code):
    with pytest.raises(Refusal) as refused:
        ask("../etc")
    assert refused.value.code == code
