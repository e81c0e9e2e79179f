package org.example.epidemic;

/**
 * The state: all that the next turn depends on. It is stored as JSON, with these names.
 *
 * @param well people who can fall ill
 */
record Town(int well, int ill, int immune, boolean schoolsOpen) {

  int people() {
    return well + ill + immune;
  }
}
