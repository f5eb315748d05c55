/** What policy.yaml says and may not say. */
@NullMarked
package org.huiqi.policy;

import org.jspecify.annotations.NullMarked;
