import Testing
@testable import Batch
@Suite struct FrameTests {}
