/** Profiles read from people and from enemies. */
@NullMarked
package org.huiqi.profile;

import org.jspecify.annotations.NullMarked;
