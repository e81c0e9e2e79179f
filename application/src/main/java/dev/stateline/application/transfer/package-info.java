/** Moving simulations from one database to another, as they are. */
package dev.stateline.application.transfer;
