/** What a scenario brings: its engine, its action source, and what they may know of a turn. */
package dev.stateline.domain.engine;
