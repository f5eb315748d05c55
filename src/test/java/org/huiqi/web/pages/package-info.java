/** The pages, driven in a real browser. */
@NullMarked
package org.huiqi.web.pages;

import org.jspecify.annotations.NullMarked;
