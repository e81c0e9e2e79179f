/** What is kept of measurements, and the page that is made of it. */
package dev.stateline.benchmarks.report;
