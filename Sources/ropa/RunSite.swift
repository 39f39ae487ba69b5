import RopaKit

func runSite(_ command: SiteCommand) async -> Int32 { Exit.failure }
