/** What is wrong with an input or a rule file, in two languages, all problems at once. */
@NullMarked
package org.huiqi.problem;

import org.jspecify.annotations.NullMarked;
