"""The words on certificates. They say that somebody took part, and nothing that is not known."""

from __future__ import annotations

from msgspec import Struct


class CertificateWords(Struct, frozen=True):
    """One language's words; a field's name says where it stands."""

    title: str = "Certificates"
    purpose: str = "One for each participant, to be signed."
    heading: str = "Certificate of participation"
    before_name: str = "This is to certify that"
    after_name: str = "took part in the following course:"
    sessions: str = "Sessions of the course"
    signature: str = "Signature, name and function"
