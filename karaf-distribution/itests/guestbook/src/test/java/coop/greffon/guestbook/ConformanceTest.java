package coop.greffon.guestbook;

import coop.greffon.testing.conformance.BundleConformance;

class ConformanceTest extends BundleConformance {}
