import RopaKit

func runCheck(_ command: CheckCommand) async -> Int32 { Exit.failure }
func runSite(_ command: SiteCommand) async -> Int32 { Exit.failure }
func runExplain(_ command: ExplainCommand) async -> Int32 { Exit.failure }
