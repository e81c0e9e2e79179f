/** Finding simulations by what people call them, and deciding over their life. */
package dev.stateline.application.catalog;
