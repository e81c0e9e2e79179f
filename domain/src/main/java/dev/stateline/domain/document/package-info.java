/** JSON documents in canonical form, their hashes, and how two of them differ. */
package dev.stateline.domain.document;
