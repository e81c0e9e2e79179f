/** How little memory a long history needs: processes of their own with a small heap. */
package dev.stateline.benchmarks.heap;
