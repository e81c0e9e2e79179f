/**
 * A Stateline adapter on one append-only file: the example that docs/write-an-adapter.md builds.
 */
package org.example.stateline.files;
