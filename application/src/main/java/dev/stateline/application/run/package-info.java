/** Running and resuming simulations: the loop, what it reports, and how it stops. */
package dev.stateline.application.run;
