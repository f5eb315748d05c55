/**
 * What to do next. One class is the entrance of each capability: {@link org.huiqi.advise.Interview} asks only what can still change a verdict.
 * Everything is stateless but for the rule book, and thread-safe; what is answered are small immutable records without wording: pages, JSON
 * and texts word them.
 */
@NullMarked
package org.huiqi.advise;

import org.jspecify.annotations.NullMarked;
