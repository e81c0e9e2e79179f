package dev.stateline.persistence.sql;

import dev.stateline.domain.document.Sha256;
import dev.stateline.domain.turn.Provenance;

/** A row of {@code provenances}. */
record ProvenanceRow(
    Long id,
    Sha256 provenanceHash,
    String engineName,
    String engineVersion,
    Sha256 configurationHash,
    long seed) {

  static ProvenanceRow of(Provenance provenance) {
    return new ProvenanceRow(
        null,
        provenance.hash(),
        provenance.engineName(),
        provenance.engineVersion(),
        provenance.configurationHash(),
        provenance.seed());
  }

  Provenance toProvenance() {
    return new Provenance(engineName, engineVersion, configurationHash, seed);
  }
}
