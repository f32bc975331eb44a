/** Words kept as data: tables read from the class path and the tries built of them. */
@NullMarked
package taizhang.prose.lexicon;

import org.jspecify.annotations.NullMarked;
