/** Going back in a simulation's history, and going another way from there. */
package dev.stateline.application.branch;
