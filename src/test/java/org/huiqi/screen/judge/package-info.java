/** The judge of screenings against the assessor. */
@NullMarked
package org.huiqi.screen.judge;

import org.jspecify.annotations.NullMarked;
