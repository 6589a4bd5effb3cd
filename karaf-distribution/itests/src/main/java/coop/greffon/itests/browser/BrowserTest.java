package coop.greffon.itests.browser;

import coop.greffon.itests.distribution.SharedDistribution;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Its tests need a browser; each may take a {@link Browser} and the shared distribution as parameters. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith({BrowserExtension.class, SharedDistribution.class})
public @interface BrowserTest {}
