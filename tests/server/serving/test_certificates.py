"""The authority for the local network, and the server's certificate by it."""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from server.serving.certificates import Certificates, ensure_certificates

NOW = datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
HOME, OFFICE, ODD = "192.168.1.20", "10.0.0.7", "198.51.100.4"


def certificate(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def verify(kept: Certificates, address: str, moment: datetime = NOW) -> None:
    store = Store([certificate(kept.authority)])
    name = x509.IPAddress(ipaddress.ip_address(address))
    PolicyBuilder().store(store).time(moment).build_server_verifier(name).verify(certificate(kept.server), [])


def test_a_browser_that_trusts_the_authority_trusts_the_server(tmp_path: Path) -> None:
    verify(ensure_certificates(tmp_path, [HOME], NOW), HOME)


def test_an_address_that_is_not_this_machine_s_is_not_vouched_for(tmp_path: Path) -> None:
    kept = ensure_certificates(tmp_path, [HOME], NOW)
    with pytest.raises(VerificationError):
        verify(kept, OFFICE)


def test_what_still_fits_is_kept(tmp_path: Path) -> None:
    before = ensure_certificates(tmp_path, [HOME], NOW).server.read_bytes()
    assert ensure_certificates(tmp_path, [HOME], NOW + timedelta(days=100)).server.read_bytes() == before


def test_a_new_address_gets_a_new_certificate_by_the_same_authority(tmp_path: Path) -> None:
    authority = ensure_certificates(tmp_path, [HOME], NOW).authority.read_bytes()
    kept = ensure_certificates(tmp_path, [HOME, OFFICE], NOW)
    verify(kept, OFFICE)
    assert kept.authority.read_bytes() == authority


def test_a_certificate_is_renewed_before_it_runs_out(tmp_path: Path) -> None:
    ensure_certificates(tmp_path, [HOME], NOW)
    later = NOW + timedelta(days=380)
    verify(ensure_certificates(tmp_path, [HOME], later), HOME, later + timedelta(days=300))


def test_the_authority_may_sign_for_private_networks_only(tmp_path: Path) -> None:
    authority = certificate(ensure_certificates(tmp_path, [HOME], NOW).authority)
    limits = authority.extensions.get_extension_for_class(x509.NameConstraints)
    names = [name for name in limits.value.permitted_subtrees or [] if isinstance(name, x509.IPAddress)]
    assert limits.critical
    assert all(name.value.is_private or str(name.value) == "100.64.0.0/10" for name in names)


def test_a_network_with_odd_addresses_widens_the_authority_by_this_address_alone(tmp_path: Path) -> None:
    kept = ensure_certificates(tmp_path, [ODD], NOW)
    verify(kept, ODD)
    verify(ensure_certificates(tmp_path, [HOME], NOW), HOME)


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    kept = ensure_certificates(tmp_path, [HOME], NOW)
    assert {file.stat().st_mode & 0o077 for file in (kept.server_key, tmp_path / "ca.key")} == {0}


def test_a_server_can_load_it(tmp_path: Path) -> None:
    kept = ensure_certificates(tmp_path, [], NOW)
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(kept.server, kept.server_key)
