/**
 * Documents on Jackson: canonical JSON (RFC 8785), the typed state codec, JSON Pointer, YAML
 * parameter files.
 */
package dev.stateline.codec;
