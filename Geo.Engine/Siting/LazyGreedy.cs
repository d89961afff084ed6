namespace Geo.Engine.Siting;

/// <summary>
/// Takes the site of most worth for its price, again and again. Worth only falls while sites are added (it is submodular), so an old worth is an upper
/// bound, and only the sites at the head of the queue are looked at anew.
/// </summary>
/// <remarks>Source: M. Minoux, Accelerated greedy algorithms for maximizing submodular set functions, 1978.</remarks>
internal static class LazyGreedy
{
    /// <summary>Adds sites to the choice until nothing that fits is worth anything.</summary>
    /// <param name="state">The choice.</param>
    /// <param name="worth">What a site would add now; never more than it would have added before.</param>
    /// <param name="price">What it takes of what is there to spend; never falls.</param>
    /// <param name="fits">Whether a site can still be taken; once not, never again.</param>
    /// <param name="taken">Told of each site that was added.</param>
    public static void Fill(CoverState state, Func<int, double> worth, Func<int, double> price, Func<int, bool> fits, Action<int> taken)
    {
        var queue = new PriorityQueue<int, (double Ratio, int Site)>(Best);
        for (var site = 0; site < state.IsChosen.Length; site++)
        {
            if (!state.IsChosen[site])
                Offer(queue, site, worth(site), price(site));
        }
        while (queue.TryDequeue(out var site, out var offered))
        {
            if (!fits(site))
                continue;
            var (now, cost) = (worth(site), price(site));
            if (Ratio(now, cost) < offered.Ratio)
                Offer(queue, site, now, cost);
            else
            {
                state.Add(site);
                taken(site);
            }
        }
    }

    private static readonly IComparer<(double Ratio, int Site)> Best = Comparer<(double Ratio, int Site)>.Create(
        (a, b) => b.Ratio.CompareTo(a.Ratio) is not 0 and var by ? by : a.Site.CompareTo(b.Site));

    private static double Ratio(double worth, double price) => price <= 0 ? double.PositiveInfinity : worth / price;

    private static void Offer(PriorityQueue<int, (double Ratio, int Site)> queue, int site, double worth, double price)
    {
        if (worth > 0)
            queue.Enqueue(site, (Ratio(worth, price), site));
    }
}
