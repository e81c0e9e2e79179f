/** The door for those who embed Stateline. */
package dev.stateline.application;
