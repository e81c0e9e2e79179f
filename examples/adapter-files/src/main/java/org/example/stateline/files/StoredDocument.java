package org.example.stateline.files;

import dev.stateline.domain.document.Sha256;

/** Where a document's bytes stand in the journal, and their hash as it was recorded. */
record StoredDocument(long offset, int length, Sha256 hash) {}
