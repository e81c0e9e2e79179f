/** StateManager: the single source of truth of one open simulation. */
package dev.stateline.application.manager;
