/** What an answer is: truths, findings, verdicts. Depends on the JDK only. */
@NullMarked
package org.huiqi.verdict;

import org.jspecify.annotations.NullMarked;
