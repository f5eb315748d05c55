/** The dictionary of facts, and profiles of answered facts with their readers. */
@NullMarked
package org.huiqi.profile;

import org.jspecify.annotations.NullMarked;
