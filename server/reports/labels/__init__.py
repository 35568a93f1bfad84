"""Tag labels for sheets and rolls: a QR code, the asset's name, and the short code that can be typed."""
