"""What the Wagtail admin shows differently here."""

from django import forms
from django.contrib.auth import get_user_model
from wagtail import hooks
from wagtail.admin.views.account import NameEmailSettingsPanel


class FullNameForm(forms.ModelForm):
    """Vietnamese names are one field; Wagtail's own form asks for two."""

    class Meta:
        model = get_user_model()
        fields = ["full_name"]


NameEmailSettingsPanel.form_class = FullNameForm


@hooks.register("construct_main_menu")
def only_what_editors_use(request, menu_items):
    """Leave out what has no screen of its own here: Wagtail's help leads to other hosts."""
    menu_items[:] = [item for item in menu_items if item.name != "help"]


@hooks.register("construct_homepage_summary_items")
def no_sample_counts(request, items):
    """Leave the counters of pages and pictures out: they tell an editor nothing."""
    items.clear()
