/**
 * Documents on Jackson: canonical JSON (RFC 8785), the typed state codec, JSON Pointer, YAML
 * parameter files.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.codec;
