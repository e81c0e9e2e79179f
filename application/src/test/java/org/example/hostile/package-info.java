/** A stranger's scenario, outside Stateline's packages, that does what no scenario should. */
package org.example.hostile;
