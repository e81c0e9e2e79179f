/** A stranger's scenario that does to the whole process what no scenario should. */
package org.example.trap;
