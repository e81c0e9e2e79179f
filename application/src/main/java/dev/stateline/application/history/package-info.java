/** Reading a simulation's past, and naming turns. */
package dev.stateline.application.history;
