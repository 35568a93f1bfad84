"""A certificate authority of this installation, good for its local network only, and the server's certificate by it.

Camera and service worker need a secure origin; no public authority signs for 192.168.x.y. The authority is limited by
name constraints: whoever steals its key can pretend to be a private address, never a site of the internet.
"""

import ipaddress
import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

AUTHORITY_DAYS = 3650
SERVER_DAYS = 397  # phones refuse longer ones
RENEW_DAYS_BEFORE = 30
PRIVATE_NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8")

Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Certificates:
    authority: Path
    server: Path
    server_key: Path


def ensure_certificates(folder: Path, addresses: list[str], now: datetime) -> Certificates:
    """What is there and still fits is kept: a phone trusts the authority once."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = Certificates(folder / "ca.crt", folder / "server.crt", folder / "server.key")
    key_file = folder / "ca.key"
    permitted = _permitted(kept.authority) if key_file.is_file() else []
    unknown = [address for address in addresses if not _is_within(address, permitted)]
    if unknown or not permitted:
        networks = dict.fromkeys([*PRIVATE_NETWORKS, *permitted, *(f"{address}/32" for address in unknown)])
        _make_authority(kept.authority, key_file, list(networks), now)
    authority = x509.load_pem_x509_certificate(kept.authority.read_bytes())
    if not _still_fits(kept, authority, addresses, now):
        key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
        assert isinstance(key, Key)
        _make_server(kept, authority, key, addresses, now)
    return kept


def local_names() -> list[str]:
    """Host names by which browsers of this machine and its network may call it."""
    host = socket.gethostname().split(".")[0].lower()
    names = ["localhost", *([f"{host}.local"] if host != "localhost" else [])]
    return [name for name in names if name.isascii()]


def _permitted(file: Path) -> list[str]:
    """The networks that the kept authority may sign for; none where there is no authority."""
    if not file.is_file():
        return []
    extensions = x509.load_pem_x509_certificate(file.read_bytes()).extensions
    subtrees = extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    return [str(name.value) for name in subtrees if isinstance(name, x509.IPAddress)]


def _is_within(address: str, networks: list[str]) -> bool:
    return any(ipaddress.ip_address(address) in ipaddress.ip_network(network) for network in networks)


def _make_authority(file: Path, key_file: Path, networks: list[str], now: datetime) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Roundsman local authority ({socket.gethostname()})"[:64])
    permitted: list[x509.GeneralName] = [x509.DNSName("localhost"), x509.DNSName("local")]
    permitted += [x509.IPAddress(ipaddress.ip_network(network)) for network in networks]
    certificate = (
        _begin(name, name, key.public_key(), now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_key_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(permitted, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(key_file, key)
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def _make_server(
    kept: Certificates, authority: x509.Certificate, key: Key, addresses: list[str], now: datetime
) -> None:
    own_key = ec.generate_private_key(ec.SECP256R1())
    names: list[x509.GeneralName] = [x509.DNSName(name) for name in local_names()]
    names += [x509.IPAddress(ipaddress.ip_address(address)) for address in ["127.0.0.1", *addresses]]
    certificate = (
        _begin(_name("Roundsman"), authority.subject, own_key.public_key(), now, SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write_key(kept.server_key, own_key)
    kept.server.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


def _still_fits(kept: Certificates, authority: x509.Certificate, addresses: list[str], now: datetime) -> bool:
    if not (kept.server.is_file() and kept.server_key.is_file()):
        return False
    certificate = x509.load_pem_x509_certificate(kept.server.read_bytes())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    named = {str(address) for address in names.get_values_for_type(x509.IPAddress)}
    lasts = certificate.not_valid_after_utc - now > timedelta(days=RENEW_DAYS_BEFORE)
    by_this_authority = _was_signed_by(certificate, authority)
    return lasts and set(addresses) <= named and by_this_authority


def _was_signed_by(certificate: x509.Certificate, authority: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(authority)
    except (InvalidSignature, ValueError):
        return False
    return True


def _begin(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    builder = x509.CertificateBuilder(subject_name=subject, issuer_name=issuer, public_key=key)
    builder = builder.serial_number(x509.random_serial_number())
    # A day of grace: phones in a machine room have wrong clocks.
    return builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=days))


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write_key(file: Path, key: Key) -> None:
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        target.write(pem)
