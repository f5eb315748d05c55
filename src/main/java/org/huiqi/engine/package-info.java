/** DRL in, truths of criteria and figures of amounts out: the only package that knows Drools. */
@NullMarked
package org.huiqi.engine;

import org.jspecify.annotations.NullMarked;
