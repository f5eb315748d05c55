/** Pages for people: what the rules say and what came of a profile, as HTML; translates, decides nothing. */
@NullMarked
package org.huiqi.web.pages;

import org.jspecify.annotations.NullMarked;
