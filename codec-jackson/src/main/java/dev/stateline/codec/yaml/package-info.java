/**
 * YAML as it is written: values with their places, for readers that know which of them are texts.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.codec.yaml;
