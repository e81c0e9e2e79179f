/** Single steps of a turn in memory, measured by JMH. */
package dev.stateline.benchmarks.micro;
