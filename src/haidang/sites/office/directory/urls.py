"""Addresses of agencies and officers."""

from django.urls import path

from haidang.sites.office.directory import officers, units, views

urlpatterns = [
    path("don-vi/", views.directory, name="directory"),
    path("don-vi/tra-cuu/", units.units, name="units"),
    path("don-vi/<uuid:uuid>/", officers.agency, name="agency"),
    path("can-bo/<uuid:uuid>/lien-he/", officers.contact, name="officer-contact"),
    path("can-bo/<uuid:uuid>/khan-cap/", officers.emergency, name="officer-emergency"),
    path("yeu-cau-mo/<uuid:uuid>/", officers.opening, name="opening"),
]
