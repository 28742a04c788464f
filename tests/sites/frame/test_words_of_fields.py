"""What the form library says of a field is said in our words, not in its own."""

from django import forms
from django.utils.translation import override


class Sample(forms.Form):
    title = forms.CharField(max_length=3)
    note = forms.CharField()
    percent = forms.IntegerField(max_value=100)
    kind = forms.ChoiceField(choices=[("a", "A")])
    file = forms.FileField()


def said(**typed: str) -> dict[str, list[str]]:
    with override("vi"):
        return {name: [str(word) for word in words] for name, words in Sample(typed, {}).errors.items()}


def test_an_empty_field_is_told_what_is_missing() -> None:
    assert set(map(tuple, said().values())) == {("Nội dung bắt buộc, chưa được nhập hoặc chọn.",)}


def test_a_wrong_value_is_told_what_is_expected() -> None:
    told = said(title="dài quá", note="a\x00b", percent="101", kind="b")
    assert told["title"] == ["Tối đa 3 ký tự (đang có 7). Đề nghị rút gọn."]
    assert told["note"] == ["Nội dung có ký tự không hợp lệ. Đề nghị nhập lại."]
    assert told["percent"] == ["Giá trị không được lớn hơn 100."]
    assert told["kind"] == ["Lựa chọn “b” không hợp lệ hoặc không còn. Đề nghị chọn lại."]
    assert said(percent="nhiều")["percent"] == ["Đề nghị nhập số nguyên."]
