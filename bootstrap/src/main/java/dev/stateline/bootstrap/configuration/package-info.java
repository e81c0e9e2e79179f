/** The configuration: defaults, then the file, then the environment, then options. */
package dev.stateline.bootstrap.configuration;
