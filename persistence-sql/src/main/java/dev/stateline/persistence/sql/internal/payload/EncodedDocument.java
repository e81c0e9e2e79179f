package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Sha256;

/**
 * A document encoded, ready to be written.
 *
 * @param size the canonical bytes
 * @param hash of the canonical bytes
 */
public record EncodedDocument(Encoding encoding, int size, Sha256 hash, Payload payload) {}
