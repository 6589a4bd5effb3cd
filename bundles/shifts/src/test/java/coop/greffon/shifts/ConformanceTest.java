package coop.greffon.shifts;

import coop.greffon.testing.conformance.BundleConformance;

class ConformanceTest extends BundleConformance {}
