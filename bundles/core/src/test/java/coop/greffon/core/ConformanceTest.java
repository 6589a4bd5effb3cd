package coop.greffon.core;

import coop.greffon.testing.conformance.BundleConformance;

class ConformanceTest extends BundleConformance {}
